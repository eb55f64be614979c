/** An error as an AWS service answers it: the code on the wire, the HTTP status, and who is at fault. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
  }
}

/** The connection broke: what a client sees instead of an answer, with Node's own error code. */
export class ConnectionLost extends Error {
  readonly code = "ECONNRESET";

  constructor(message = "socket hang up") {
    super(message);
    this.name = "Error";
  }
}

export function validationError(message: string): AwsError {
  return new AwsError("ValidationError", message);
}
