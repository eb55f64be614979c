import { describe, expect, test } from "vitest";
import type { Description } from "../../scripts/compatibility/description.ts";
import { openJudge } from "../../scripts/compatibility/openApi.ts";
import type { Exchange } from "../../test/sandbox/traffic.ts";

const USER = {
  type: "object",
  required: ["login"],
  properties: { login: { type: "string" }, example: { type: "string" } },
};
const DESCRIPTION: Description = {
  paths: {
    "/repos/{owner}/runs": {
      post: {
        parameters: [{ $ref: "#/components/parameters/owner" }],
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: {
                type: "object",
                required: ["name"],
                properties: {
                  name: { type: "string", maxLength: 5 },
                  state: { type: "string", enum: ["on", "off"] },
                  output: { type: "object", properties: { title: { type: "string" } } },
                },
                oneOf: [{ properties: { also: { type: "integer" } }, additionalProperties: true }],
              },
            },
          },
        },
        responses: {
          "201": { content: { "application/json": { schema: { $ref: "#/components/schemas/run" } } } },
          "204": { description: "No content" },
        },
      },
    },
    "/repos/{owner}/runs/{path}": {
      get: {
        parameters: [
          { $ref: "#/components/parameters/owner" },
          { name: "path", in: "path", required: true, schema: { type: "string" } },
          { name: "page", in: "query", schema: { type: "integer" } },
        ],
        responses: {
          "200": {
            content: {
              "application/json": { schema: { type: "array", items: { $ref: "#/components/schemas/run" } } },
            },
          },
        },
      },
    },
    "/repos/{owner}/runs/latest": { get: { responses: { "200": {} } } },
  },
  components: {
    parameters: { owner: { name: "owner", in: "path", required: true, schema: { type: "string" } } },
    schemas: {
      user: USER,
      run: {
        type: "object",
        required: ["id", "at", "user"],
        properties: {
          id: { type: "integer" },
          at: { type: "string", format: "date-time", nullable: true },
          user: { nullable: true, allOf: [{ $ref: "#/components/schemas/user" }] },
        },
      },
      "basic-error": { type: "object", properties: { message: { type: "string" } } },
    },
  },
};

const judge = openJudge(DESCRIPTION, { answers: true });
const RUN = { id: 1, at: "2026-01-01T00:00:00Z", user: { login: "alice" } };

function posted(body: unknown, answer: unknown = RUN, status = 201) {
  return judge(
    exchange({ method: "POST", url: "/repos/acme/runs", body: JSON.stringify(body), status, answer }),
  );
}

function asked(url: string, answer: unknown = [RUN], status = 200) {
  return judge(exchange({ method: "GET", url, body: "", status, answer }));
}

function exchange({
  answer,
  ...rest
}: Partial<Omit<Exchange, "answer">> & { readonly answer: unknown }): Exchange {
  const text = answer === undefined ? "" : JSON.stringify(answer);
  return {
    method: "GET",
    url: "/",
    headers: {},
    body: "",
    status: 200,
    answerHeaders: {},
    faulty: false,
    ...rest,
    answer: text,
  };
}

describe("a request", () => {
  test("as described has no problems, alternatives' members included", () => {
    const body = { name: "a", state: "on", output: { title: "x" }, also: 1 };
    expect(posted(body)).toEqual({ operation: "POST /repos/{owner}/runs", problems: [] });
    expect(asked("/repos/acme/runs/a/b?page=2")).toEqual({
      operation: "GET /repos/{owner}/runs/{path}",
      problems: [],
    });
  });

  test("of a path that says most is that path's", () => {
    expect(asked("/repos/acme/runs/latest", undefined).operation).toBe("GET /repos/{owner}/runs/latest");
  });

  test.each([
    [{}, "body must have required property 'name'"],
    [{ name: "too long" }, "body/name must NOT have more than 5 characters"],
    [{ name: "a", state: "maybe" }, 'body/state must be equal to one of the allowed values ["on","off"]'],
    [{ name: "a", nmae: "b" }, "body/nmae is not declared"],
    [{ name: "a", output: { text: "b" } }, "body/output/text is not declared"],
  ])("with the body %j is told", (body, problem) => {
    expect(posted(body).problems).toEqual([problem]);
  });

  test("of an unknown call, query or kind of value is told", () => {
    expect(asked("/teams").problems).toEqual(["the description has no such call"]);
    expect(asked("/repos/acme/runs/a?size=2").problems).toEqual(["query size is not declared"]);
    expect(asked("/repos/acme/runs/a?page=two").problems).toEqual(["query page must be integer"]);
  });
});

describe("an answer", () => {
  test("may be null where the description says so, and nowhere else", () => {
    expect(posted({ name: "a" }, { ...RUN, at: null, user: null }).problems).toEqual([]);
    expect(posted({ name: "a" }, { ...RUN, id: null }).problems).toEqual(["answer 201/id must be integer"]);
  });

  test.each([
    [{ ...RUN, user: {} }, "answer 201/user must have required property 'login'"],
    [{ ...RUN, user: { login: "a", type: "User" } }, "answer 201/user/type is not declared"],
    [{ ...RUN, at: "yesterday" }, 'answer 201/at must match format "date-time"'],
  ])("%j is told", (answer, problem) => {
    expect(posted({ name: "a" }, answer).problems).toEqual([problem]);
  });

  test("of a status that is not declared is told, but for refusals, which have one shape", () => {
    expect(posted({ name: "a" }, RUN, 200).problems).toEqual(["answer 200 is not declared"]);
    expect(posted({ name: "a" }, { message: "no" }, 403).problems).toEqual([]);
    expect(posted({ name: "a" }, { massage: "no" }, 403).problems).toEqual([
      "answer 403/massage is not declared",
    ]);
    expect(posted({ name: "a" }, RUN, 204).problems).toEqual(["answer 204 has a body"]);
    const empty = { method: "POST", url: "/repos/acme/runs", body: '{"name":"a"}', status: 204 };
    expect(judge(exchange({ ...empty, answer: undefined })).problems).toEqual([]);
  });

  test("of a fault says nothing of the service", () => {
    const faulty = {
      ...exchange({ method: "GET", url: "/repos/acme/runs/a", answer: "<html>" }),
      faulty: true,
    };
    expect(judge(faulty).problems).toEqual([]);
  });
});
