export { DescribeSubnetsCommand, EC2Client } from "@aws-sdk/client-ec2";
