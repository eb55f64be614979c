/**
 * Whether a property, parameter, key or variable of this name holds a secret itself. A name that only speaks
 * about one does not: `SecretArn`, `PasswordLength`, `KmsKeyId`, `GenerateSecretString`.
 */
export function isSecretName(name: string): boolean {
  const known = verdicts.get(name);
  if (known !== undefined) return known;
  // `TokenValue` is a token.
  const plain = name
    .replace(/[^A-Za-z0-9]/g, "")
    .toLowerCase()
    .replace(/values?$/, "");
  const verdict = ADDRESS.test(plain) || (!ABOUT.test(plain) && (ENDING.test(plain) || ANYWHERE.test(plain)));
  // Names come from templates; a bound keeps hostile ones from filling the memory.
  if (verdicts.size < 5000) verdicts.set(name, verdict);
  return verdict;
}

/** A test for names by globs (`*`, `?`), letter case aside; a path's every step and the path itself are names. */
export function nameMatcher(globs: readonly string[]): (name: string) => boolean {
  const patterns = globs.map((glob) => {
    const source = glob
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replace(/\*+/g, ".*")
      .replace(/\?/g, ".");
    return new RegExp(`^${source}$`, "is");
  });
  return (name) => patterns.some((pattern) => pattern.test(name));
}

const verdicts = new Map<string, boolean>();

// Addresses that carry their credentials by custom.
const ADDRESS = /(databaseurl|databaseuri|dburl|dburi|mongodburi|redisurl|webhookurl|dsn)$/;

const ENDING =
  /(password|passwords|passwd|pwd|passphrase|passcode|pin|secret|secrets|secretstring|secretbinary|secretstringtemplate|token|tokens|authtoken|credential|credentials|privatekey|secretkey|apikey|accesskey|accesskeys|accesskeyid|secretaccesskey|sshkey|signingkey|encryptionkey|masterkey|sharedkey|presharedkey|authkey|keymaterial|publickeymaterial|connectionstring|dsn|plaintext)$/;

const ANYWHERE = /(password|passwd|secretkey|privatekey|apikey|clientsecret)/;

const ABOUT =
  /(arn|arns|id|ids|name|names|length|policy|policies|count|age|days|ttl|expiry|expiration|validity|units|enabled|required|type|version|versions|stage|rotation|rotationrules|rotationlambda|characters|region|regions|algorithm|spec|usage|tags|description|location|status|format|options?|config|configuration|attribute|attributes|uri|url|endpoint|endpoints|header|headername|source)$|^(manage|generate|exclude|include|require|allow|enable|rotate|reset|use|masterusersecret$|kms|next)/;
