import { execFileSync } from "node:child_process";
import { type LookupAddress, type LookupAllOptions, lookup } from "node:dns";
import { readFileSync } from "node:fs";
import { type AddressInfo, connect, type Server as NetServer } from "node:net";
import { join } from "node:path";
import { createServer } from "node:tls";
import { RequestError, Server } from "proxy-chain";
import { temporaryDirectory } from "../../sandbox/runner/temp.ts";

/** Names that nobody but the proxy can resolve (RFC 6761): what reaches them has gone through it. */
const HOSTS = ["github.test", "aws.test"] as const;

/** Base URLs. */
interface Addresses {
  readonly github: string;
  readonly aws: string;
}

/** A network whose GitHub and AWS speak TLS, and are reached by these names only through a proxy. */
export interface Network extends AsyncDisposable {
  readonly named: Addresses;
  /** The same servers as they are reached without a proxy, too. @actions/http-client never asks a proxy for 127.0.0.1. */
  readonly direct: Addresses;
  /** NODE_EXTRA_CA_CERTS. */
  readonly authority: string;
}

/** @param targets base URLs of the servers behind the names, which speak plain HTTP */
export async function openNetwork(targets: {
  readonly github: string;
  readonly aws: string;
}): Promise<Network> {
  const { key, certificate } = await selfSigned();
  const identity = { key: readFileSync(key), cert: readFileSync(certificate) };
  const [github, aws] = await Promise.all([
    behindTls(targets.github, identity),
    behindTls(targets.aws, identity),
  ]);
  return {
    named: { github: `https://github.test:${portOf(github)}`, aws: `https://aws.test:${portOf(aws)}` },
    direct: { github: `https://0.0.0.0:${portOf(github)}`, aws: `https://0.0.0.0:${portOf(aws)}` },
    authority: certificate,
    async [Symbol.asyncDispose]() {
      await Promise.all([github, aws].map((server) => new Promise((closed) => server.close(closed))));
    },
  };
}

async function selfSigned(): Promise<{ readonly key: string; readonly certificate: string }> {
  const folder = await temporaryDirectory("certificate");
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const names = [...HOSTS.map((host) => `DNS:${host}`), "IP:0.0.0.0"].join(",");
  const made = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  const what = ["-subj", "/CN=test", "-addext", `subjectAltName=${names}`];
  execFileSync("openssl", ["req", "-x509", ...made, ...what, "-keyout", key, "-out", certificate], {
    stdio: "pipe",
  });
  return { key, certificate };
}

async function behindTls(
  target: string,
  identity: { readonly key: Buffer; readonly cert: Buffer },
): Promise<NetServer> {
  const { hostname, port } = new URL(target);
  const server = createServer(identity, (socket) => {
    const there = connect(Number(port), hostname);
    // A run ends with connections open: its end is no failure of the network's.
    for (const end of [socket, there]) end.on("error", () => [socket, there].map((one) => one.destroy()));
    socket.pipe(there).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function portOf(server: NetServer): number {
  return (server.address() as AddressInfo).port;
}

export interface ProxyRules {
  /** Whoever does not say so is answered 407. */
  readonly login?: { readonly user: string; readonly password: string };
  /** Hosts that are answered 403. */
  readonly blocked?: readonly string[];
}

export interface RunningProxy extends AsyncDisposable {
  readonly port: number;
  /** `host:port` of each tunnel that it opened. */
  passed(): readonly string[];
}

/** An HTTP proxy that others wrote, and that knows the names of the network. */
export async function openProxy({ login, blocked = [] }: ProxyRules = {}): Promise<RunningProxy> {
  const passed: string[] = [];
  const server = new Server({
    host: "127.0.0.1",
    port: 0,
    prepareRequestFunction({ username, password, hostname, port }) {
      if (login !== undefined && (username !== login.user || password !== login.password))
        return { requestAuthentication: true };
      if (blocked.includes(hostname)) throw new RequestError("Not from here.", 403);
      passed.push(`${hostname}:${port}`);
      return { dnsLookup: toThisMachine };
    },
  });
  await server.listen();
  return {
    port: server.port,
    passed: () => passed,
    [Symbol.asyncDispose]: () => server.close(true),
  };
}

/** Every name is this machine's: `dns.lookup` of Node, which is asked for one address or for all of them. */
const toThisMachine = ((_name: string, options: LookupAllOptions, done: LookupDone) =>
  lookup("127.0.0.1", options, done)) as typeof lookup;

type LookupDone = (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void;
