/** Last words of names that say something about a secret: `PasswordLength`, `TokenEndpoint`, `SecretName`. Singular. */
export const ABOUT = words(
  "age algorithm arn at attribute audience bucket capacity character check class claim column config configuration count date " +
    "day description detail domain duration enabled encryption endpoint error exchange expiration expiry expression field file " +
    "flag flow format function generation generator grant header hint history host hour id identifier info issuer label lambda last " +
    "length limit list location manager mapping mechanism message metadata method minute mode name number only option " +
    "owner pair param parameter path per period pointer policy prefix property provider queue quota rate ref reference region " +
    "request required reset role rotation rule schema scope second selection setting size source spec stage status storage " +
    "store strategy suffix table tag time title topic trigger ttl type unit uri url usage user username validity vendor version",
);

/** Words behind a secret's that change nothing: `SecretValue`, `PASS_OLD`. Singular. */
export const NEUTRAL = words(
  "base backup binary blob body content current data default dev development encoded env hash main map master md new old " +
    "override plain plaintext prev previous primary prod production raw secondary sha staging string test text value",
);

/** Which keys are secrets. Others name something (`PartitionKey`, `S3Key`), are public or are KMS's. */
export const KEYS_THAT_ARE_SECRET = words(
  "access account activation api application auth authentication authorization cipher client crypto decryption deploy encryption " +
    "enc hmac host jwt license licence master pre private secret service session shared sign signing ssh ssl static storage " +
    "symmetric tls webhook",
);

/** Names of CloudFormation's, and some everybody uses, that sound like a secret's and hold none. In lower case, letters only. */
export const HARMLESS_NAMES = words(
  // The name of a key pair, what is public, and the KMS key.
  "ec2sshkey keyname publickey publickeymaterial sshpublickey trustedhostkeys kmsencryptionkey servicetoken " +
    // Idempotency and paging.
    "clientrequesttoken idempotencytoken continuationtoken nexttoken starttoken " +
    // Flags and structures.
    "generatesecret generatesecretstring encryptpassword isvaluesecret manageadminpassword managemasterpassword " +
    "managemasteruserpassword masterusersecret passwordresetrequired rotatemasteruserpassword secretsmanagersecretresourcedata usepreviousvalue",
);

/** Names of CloudFormation's that hold secrets and do not sound like it. In lower case, letters and digits only. */
export const SECRET_NAMES = words(
  // LoRaWAN's session and root keys (AWS::IoTWireless::WirelessDevice).
  "appkey appskey genappkey fnwksintkey nwkkey nwksenckey nwkskey snwksintkey " +
    // The private half of a server's key (AWS::Transfer::HostKey), Oracle's wallet (AWS::DMS::Certificate).
    "hostkeybody certificatewallet secretstringtemplate",
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
