import { examples } from "../../../../test/e2e/workflows/examples.ts";
import { accountFor, lives } from "../../../../test/e2e/workflows/lives.ts";
import type { Place } from "../../../../test/e2e/workflows/places.ts";
import { openPlay } from "../../../../test/e2e/workflows/play.ts";
import type { Playing } from "../engines.ts";
import { outputsOf, type Story } from "../story.ts";

/** Each single step of README and docs, reviewed and merged in the workflow that the text around it says. */
export const singleSteps: readonly Story[] = lives(examples())
  .filter(([, place]) => !place.isWhole)
  .map(([ids, place]) => ({ plays: ids, events: (playing) => step(ids, place, playing) }));

async function* step(ids: string, place: Place, playing: Playing) {
  const { account, vars } = accountFor(place);
  await using play = await openPlay({ files: {}, account, ...(vars === undefined ? {} : { vars }) });
  const { repository, aws } = play.stage;
  for (const [arn] of JSON.stringify(place.files).matchAll(/arn:aws:cloudwatch:[\w:-]+/g))
    aws.cloudFormation.alarms.put(arn);
  const happens = playing(play);
  const number = await repository.openPullRequest({ head: "one", files: place.files });
  const opened = await happens(await repository.event.pullRequest(number, "opened"));
  await repository.merge(number, "squash");
  const pushed = await happens(await repository.event.push("main"));
  const outputs = outputsOf(pushed);
  const wanted = Object.entries(place.outputs).flatMap(([name, value]) =>
    typeof value === "string" && name !== "deploy-result" ? [[`output ${name}`, name, value] as const] : [],
  );
  yield {
    event: ids.replace(/^(.*) (\d+), \1 (\d+)$/, "$1 $2 and $3"),
    found: {
      run: opened.run === pushed.run ? opened.run : "red",
      "the pull request": outputsOf(opened)["deploy-result"] ?? "",
      "the push of its merge": outputs["deploy-result"] ?? "",
      ...Object.fromEntries(wanted.map(([key, name]) => [key, outputs[name] ?? ""])),
    },
    expected: {
      run: "green",
      "the pull request": "previewed",
      "the push of its merge": "deployed",
      ...Object.fromEntries(wanted.map(([key, , value]) => [key, value])),
    },
  };
}
