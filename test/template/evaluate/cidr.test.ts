import { describe, expect, it } from "vitest";
import { cidrBlocks } from "../../../src/template/evaluate/cidr.ts";

/** "Fn::Cidr", CloudFormation: a count of 1 to 256, and as many host bits as the mask leaves: 8 make a /24. */
describe("blocks that there are", () => {
  it.each<[block: string, count: number, bits: number, blocks: readonly string[]]>([
    ["10.0.0.0/16", 1, 8, ["10.0.0.0/24"]],
    ["10.0.0.0/16", 3, 8, ["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"]],
    ["192.168.0.0/24", 6, 5, [0, 32, 64, 96, 128, 160].map((last) => `192.168.0.${last}/27`)],
    ["10.1.255.0/24", 2, 7, ["10.1.255.0/25", "10.1.255.128/25"]],
    ["10.0.254.0/23", 2, 8, ["10.0.254.0/24", "10.0.255.0/24"]],
    ["10.255.0.0/15", 2, 16, ["10.254.0.0/16", "10.255.0.0/16"]],
    ["1.2.3.4/30", 2, 1, ["1.2.3.4/31", "1.2.3.6/31"]],
    ["1.2.3.4/31", 1, 1, ["1.2.3.4/31"]],
    ["0.0.0.0/0", 1, 32, ["0.0.0.0/0"]],
    ["0.0.0.0/0", 2, 31, ["0.0.0.0/1", "128.0.0.0/1"]],
    ["0.0.0.0/1", 1, 31, ["0.0.0.0/1"]],
    ["255.255.255.255/24", 2, 7, ["255.255.255.0/25", "255.255.255.128/25"]],
    ["200.100.50.25/8", 1, 24, ["200.0.0.0/8"]],
  ])("%s: %i of %i bits", (block, count, bits, blocks) => {
    expect(cidrBlocks(block, count, bits)).toEqual(blocks);
  });

  it("256 of them, over the octets", () => {
    const blocks = cidrBlocks("10.0.0.0/8", 256, 16);
    expect(blocks).toEqual(Array.from({ length: 256 }, (_, index) => `10.${index}.0.0/16`));
    expect(cidrBlocks("10.2.0.0/16", 256, 8)?.at(-1)).toBe("10.2.255.0/24");
  });
});

describe("blocks that there are not", () => {
  it.each<[why: string, block: string, count: number, bits: number]>([
    ["a count of none", "10.0.0.0/16", 0, 8],
    ["a count below", "10.0.0.0/16", -1, 8],
    ["more than 256", "10.0.0.0/8", 257, 8],
    ["a part of a count", "10.0.0.0/16", 1.5, 8],
    ["a count that is no number", "10.0.0.0/16", Number.NaN, 8],
    ["no bits", "10.0.0.0/16", 1, 0],
    ["bits below", "10.0.0.0/16", 1, -1],
    ["a part of a bit", "10.0.0.0/16", 1, 2.5],
    ["bits that are no number", "10.0.0.0/16", 1, Number.NaN],
    ["more bits than the mask leaves", "10.0.0.0/16", 1, 17],
    ["no bits left", "10.0.0.0/32", 1, 1],
    ["more than fit", "10.0.0.0/24", 3, 7],
    ["twice what fits", "10.0.0.0/16", 2, 16],
    ["a mask past 32", "10.0.0.0/33", 1, 1],
    ["a mask of three digits", "10.0.0.0/016", 1, 8],
    ["no mask", "10.0.0.0", 1, 8],
    ["an empty mask", "10.0.0.0/", 1, 8],
    ["a first octet past 255", "256.0.0.0/16", 1, 8],
    ["a second octet past 255", "10.256.0.0/16", 1, 8],
    ["a third octet past 255", "10.0.256.0/16", 1, 8],
    ["a last octet past 255", "10.0.0.256/16", 1, 8],
    ["an octet of four digits", "10.0.0.0001/16", 1, 8],
    ["a first octet of four digits", "0010.0.0.0/16", 1, 8],
    ["three octets", "10.0.0/16", 1, 8],
    ["five octets", "10.0.0.0.0/16", 1, 8],
    ["an empty octet", "10..0.0/16", 1, 8],
    ["an octet that is a letter", "10.a.0.0/16", 1, 8],
    ["something before", " 10.0.0.0/16", 1, 8],
    ["something behind", "10.0.0.0/16 ", 1, 8],
    ["IPv6", "2001:db8::/48", 1, 8],
    ["nothing", "", 1, 8],
  ])("%s", (_, block, count, bits) => {
    expect(cidrBlocks(block, count, bits)).toBeUndefined();
  });
});

it("takes the largest octets and the widest mask", () => {
  expect(cidrBlocks("255.255.255.255/31", 2, 1)).toBeUndefined();
  expect(cidrBlocks("255.255.255.255/31", 1, 1)).toEqual(["255.255.255.254/31"]);
});
