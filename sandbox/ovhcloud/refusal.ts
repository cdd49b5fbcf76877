import { type HttpReply, json } from "../http.ts";

/** OVHcloud says no, in one of its two shapes of error. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  constructor(status: number, body: Readonly<Record<string, unknown>> & { readonly message: string }) {
    super(body.message);
    this.name = "Refusal";
    this.status = status;
    this.body = body;
  }
}

/** The newer shape: `class`, and `details` where there are any. */
export const refuse = (
  status: number,
  errorClass: string,
  message: string,
  details?: Readonly<Record<string, string>>,
): Refusal => new Refusal(status, { class: errorClass, message, ...(details ? { details } : {}) });

const HTTP_CODES: ReadonlyMap<number, string> = new Map([
  [400, "400 Bad Request"],
  [403, "403 Forbidden"],
]);

/** The old gateway's shape: `errorCode` and `httpCode`, no class. */
export const refuseAtGateway = (status: 400 | 403, errorCode: string, message: string): Refusal =>
  new Refusal(status, { errorCode, httpCode: HTTP_CODES.get(status), message });

export const notFound = (what: string): Refusal => refuse(404, "Client::NotFound", `${what} does not exist`);

/** Choice: the body of a 460 is not known. */
export const expired = (name: string): Refusal =>
  refuse(460, "Client::ServiceExpired", `This service is expired: ${name}`);

export const badRequest = (message: string): Refusal => refuse(400, "Client::BadRequest", message);

export const conflict = (message: string): Refusal => refuse(409, "Client::Conflict", message);

export const forbidden = (message: string): Refusal => refuse(403, "Client::Forbidden", message);

/** The caller's rights do not go so far; `action` is the IAM action that it lacks. */
export const notGranted = (action: string): Refusal =>
  refuse(403, "Client::Forbidden", "User not granted for this request", {
    unauthorizedActionsByAuthentication: "",
    unauthorizedActionsByIAM: action,
  });

/** What a fault of the given status answers. Choice: the body of a 429 and of a 5xx is invented. */
export function faultReply(status: number, retryAfter: number | undefined): HttpReply {
  const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  if (status === 429)
    return json(status, { class: "Client::TooManyRequests", message: "Too many requests" }, headers);
  const errorClass = status >= 500 ? "Server::InternalServerError" : "Client::BadRequest";
  return json(status, { class: errorClass, message: "Fault of the sandbox" }, headers);
}
