/** A property that names a certificate of AWS Certificate Manager. */
export interface CertificateProperty {
  /** Which leaves of the properties: `Certificates.*.CertificateArn`. */
  readonly at: string;
  /** Where the certificate must be: what answers all over the world takes it from there only. */
  readonly region: "own" | "us-east-1";
}

/**
 * By type. For the region: CloudFront, "Requirements for using SSL/TLS certificates with CloudFront"; API Gateway, "Edge-optimized
 * custom domain names"; Cognito, "Using your own domain"; AppSync, "Configuring custom domain names". In China
 * CloudFront takes certificates of IAM only, and us-east-1 is no region there.
 */
export const CERTIFICATE_PROPERTIES: Readonly<Record<string, readonly CertificateProperty[]>> = {
  "AWS::ApiGateway::DomainName": [
    { at: "CertificateArn", region: "us-east-1" },
    { at: "RegionalCertificateArn", region: "own" },
  ],
  "AWS::ApiGatewayV2::DomainName": [{ at: "DomainNameConfigurations.*.CertificateArn", region: "own" }],
  "AWS::AppSync::DomainName": [{ at: "CertificateArn", region: "us-east-1" }],
  "AWS::CloudFront::Distribution": [
    { at: "DistributionConfig.ViewerCertificate.AcmCertificateArn", region: "us-east-1" },
  ],
  "AWS::Cognito::UserPoolDomain": [{ at: "CustomDomainConfig.CertificateArn", region: "us-east-1" }],
  "AWS::ElasticLoadBalancing::LoadBalancer": [{ at: "Listeners.*.SSLCertificateId", region: "own" }],
  "AWS::ElasticLoadBalancingV2::Listener": [{ at: "Certificates.*.CertificateArn", region: "own" }],
  "AWS::ElasticLoadBalancingV2::ListenerCertificate": [
    { at: "Certificates.*.CertificateArn", region: "own" },
  ],
  "AWS::OpenSearchService::Domain": [
    { at: "DomainEndpointOptions.CustomEndpointCertificateArn", region: "own" },
  ],
};
