/**
 * `Fn::Cidr` for IPv4: `count` blocks of `bits` host bits each, from the start of `block`. `undefined` when the
 * block is no IPv4 block or cannot hold them (CloudFormation then fails; IPv6 is left to it).
 */
export function cidrBlocks(block: string, count: number, bits: number): readonly string[] | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(block);
  if (match === null) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
  const isBlock = [a, b, c, d].every((part) => part <= 255) && prefix <= 32;
  // The function's documented range of count is 1 to 256.
  const isRequest =
    Number.isInteger(count) && count >= 1 && count <= 256 && Number.isInteger(bits) && bits >= 1;
  if (!isBlock || !isRequest || bits > 32 - prefix || count > 2 ** (32 - prefix - bits)) return undefined;
  const size = 2 ** (32 - prefix);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const start = address - (address % size);
  return Array.from({ length: count }, (_, index) => `${dotted(start + index * 2 ** bits)}/${32 - bits}`);
}

function dotted(address: number): string {
  return [2 ** 24, 2 ** 16, 2 ** 8, 1].map((unit) => Math.floor(address / unit) % 256).join(".");
}
