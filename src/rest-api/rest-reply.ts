/** An answer that is not just 200 with the declared type, or 204. */

export interface RestReplyParts {
  /** 200 where there is a body, 204 where there is none. */
  readonly status?: number;
  /** By the declared type. */
  readonly body?: unknown;
  /** Of another kind than JSON: it is sent as it is. */
  readonly raw?: { readonly contentType: string; readonly content: string | Buffer };
  readonly headers?: Readonly<Record<string, string>>;
}

export class RestReply {
  readonly status: number;
  readonly body: unknown;
  readonly raw: RestReplyParts['raw'];
  readonly headers: Readonly<Record<string, string>>;

  constructor({ status, body, raw, headers = {} }: RestReplyParts) {
    this.status = status ?? (body === undefined && raw === undefined ? 204 : 200);
    this.body = body;
    this.raw = raw;
    this.headers = headers;
  }
}
