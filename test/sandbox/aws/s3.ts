/** A bucket store: what was put, by bucket and key. */
export interface Objects {
  readonly put: (bucket: string, key: string, body: string | Buffer) => void;
  readonly remove: (bucket: string, key: string) => void;
  readonly get: (bucket: string, key: string) => string | undefined;
  /** The same of what is no text. */
  readonly bytes: (bucket: string, key: string) => Buffer | undefined;
  readonly has: (bucket: string, key: string) => boolean;
  readonly keys: () => readonly string[];
  /** Whether a bucket holds any object. */
  readonly isFilled: (bucket: string) => boolean;
  /** Reads what a TemplateURL points at, in either of S3's URL styles. */
  readonly readUrl: (url: string) => string | undefined;
}

export function createObjects(): Objects {
  const objects = new Map<string, Buffer>();
  const bytes = (bucket: string, key: string) => objects.get(`${bucket}/${key}`);
  const get = (bucket: string, key: string) => bytes(bucket, key)?.toString("utf8");
  return {
    put: (bucket, key, body) => void objects.set(`${bucket}/${key}`, Buffer.from(body)),
    remove: (bucket, key) => void objects.delete(`${bucket}/${key}`),
    get,
    bytes,
    has: (bucket, key) => objects.has(`${bucket}/${key}`),
    keys: () => [...objects.keys()],
    isFilled: (bucket) => [...objects.keys()].some((key) => key.startsWith(`${bucket}/`)),
    readUrl: (url) => {
      const place = placeOf(url);
      return place && get(place.bucket, place.key);
    },
  };
}

/** Bucket and key of `https://s3…/bucket/key`, `https://bucket.s3…/key` or a path-style local endpoint. */
function placeOf(url: string): { readonly bucket: string; readonly key: string } | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname, pathname } = new URL(url);
  const path = decodeURIComponent(pathname.slice(1));
  const virtual = /^(.+)\.s3[.-]/.exec(hostname)?.[1];
  if (virtual) return { bucket: virtual, key: path };
  const slash = path.indexOf("/");
  return slash < 0 ? undefined : { bucket: path.slice(0, slash), key: path.slice(slash + 1) };
}
