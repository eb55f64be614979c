import { expect, test } from "vitest";
import { ActionError } from "../../src/errors.ts";
import { proxyEnvironment, proxySecrets, shownProxy } from "../../src/network/proxies.ts";

test.for([
  [{}, {}],
  [{ HTTPS_PROXY: "", http_proxy: "", NO_PROXY: "a", ALL_PROXY: "http://a:1" }, {}],
  [{ HTTPS_PROXY: "http://a:1" }, { https_proxy: "http://a:1" }],
  [{ HTTP_PROXY: "https://a" }, { http_proxy: "https://a" }],
  [{ HTTPS_PROXY: "http://a:1", https_proxy: "http://b:2" }, { https_proxy: "http://b:2" }],
  [{ HTTPS_PROXY: "http://a:1", https_proxy: "" }, { https_proxy: "http://a:1" }],
  [{ HTTPS_PROXY: "socks5://a:1", https_proxy: "http://b:2" }, { https_proxy: "http://b:2" }],
  [{ https_proxy: "proxy.corp:3128" }, { https_proxy: "http://proxy.corp:3128" }],
  [{ https_proxy: "u:p%40@10.0.0.1:3128" }, { https_proxy: "http://u:p%40@10.0.0.1:3128" }],
  [{ https_proxy: "http://[::1]:3128/" }, { https_proxy: "http://[::1]:3128/" }],
] as const)("%j means %j", ([env, proxies]) => {
  expect(proxyEnvironment(env)).toEqual(proxies);
});

test.for([
  "http://",
  "http://u:s3cret@",
  "http://u:s3cret@a:99999",
  "http://u:s3cret%zz@a:1",
  "http://u%zz:s3cret@a:1",
  "http://u:s3c ret@a:1",
  "http://u:s3cret@a:1\r\nX: y",
  "socks5://u:s3cret@a:1",
  "ftp://a:1",
])("%j is no proxy, which is said without it", (value) => {
  for (const name of ["HTTPS_PROXY", "http_proxy"]) {
    const env = { [name]: value };
    expect(() => proxyEnvironment(env)).toThrow(ActionError);
    expect(() => proxyEnvironment(env)).toThrow(`${name} names no proxy that can be used.`);
    expect(shownProxy(name === "http_proxy" ? "http://x" : "https://x", env)).toBeUndefined();
  }
});

test.for([
  ["http://user:p%40ss@a:1", ["user:p%40ss", "user:p@ss", "p%40ss", "p@ss"]],
  ["user:p@ss@a:1", ["user:p@ss", "p@ss"]],
  ["socks5://user:s3cret%zz@a:99999", ["user:s3cret%zz", "s3cret%zz"]],
  ["http://token@a:1", ["token"]],
  ["http://a:1", []],
] as const)("of %j are secret: %j", ([value, secrets]) => {
  for (const name of ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"])
    expect(new Set(proxySecrets({ [name]: value }))).toEqual(new Set(secrets));
});

test("a proxy is shown by the URL's scheme, without its credentials", () => {
  const env = { HTTPS_PROXY: "http://u:s3cret@a:1", http_proxy: "u:s3cret@b:2" };
  expect(shownProxy("https://api.github.com", env)).toBe("http://a:1");
  expect(shownProxy("http://ghe.example", env)).toBe("http://b:2");
  expect(shownProxy("https://api.github.com", {})).toBeUndefined();
});
