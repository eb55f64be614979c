/** What the changelog says of a version, and what is wrong with that. */
export interface Released {
  readonly notes: string;
  readonly problems: readonly string[];
}

/**
 * The section of a version in a changelog of the form of Keep a Changelog, `## [1.2.3] - 2026-11-25`, without its heading.
 * Links that it takes from the foot of the page come with it: on GitHub the notes stand alone.
 */
export function released(changelog: string, version: string): Released {
  const sections = changelog.split(/^(?=## )/m);
  const section = sections.find((one) => one.startsWith(`## [${version}]`));
  if (section === undefined) return { notes: "", problems: [`CHANGELOG.md has no section [${version}]`] };
  const [heading = "", ...lines] = section.split("\n");
  const notes = lines
    .filter((line) => !LINK.test(line))
    .join("\n")
    .trim();
  return {
    notes: [notes, ...linksOf(changelog, notes)].join("\n"),
    problems: [
      ...(/ - \d{4}-\d{2}-\d{2}$/.test(heading) ? [] : [`CHANGELOG.md: ${heading} has no date`]),
      ...(notes === "" ? [`CHANGELOG.md: the section [${version}] is empty`] : []),
    ],
  };
}

const LINK = /^\[[^\]]+\]: /;

function linksOf(changelog: string, notes: string): readonly string[] {
  const used = changelog
    .split("\n")
    .filter((line) => LINK.test(line) && notes.includes(line.replace(/:.*$/, "")));
  return used.length === 0 ? [] : ["", ...used];
}
