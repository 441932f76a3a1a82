import { audit } from "./fake/audit";
import { entryPage, hits, shelves } from "./fake/catalogue";
import { groupPage, groups } from "./fake/group";
import { assessedPage, assessmentLines, keyTestWords, library, portfolioPage } from "./fake/keytest";
import { mapShown, mapStory, viewsKept } from "./fake/map";
import { levelsPage } from "./fake/levels";
import { areas, info, recent } from "./fake/places";
import { powerPage } from "./fake/power";
import { askNext, goals, nearMisses, routePage, ways, chokepoints, circles, liftPage } from "./fake/question";
import { comparePage, diffPage, leaves, reformLine, reformPage } from "./fake/reform";
import { jobState, recognised } from "./fake/reading";
import { about } from "./fake/words";
import type { Recorded, WorkspaceInfo } from "./generated";
import { HostError, type CommandName, type Host, type Request, type Response } from "./host";

type Handlers = { [K in CommandName]: (request: Request<K>) => Response<K> };

export interface FakeHost extends Host {
  /** What was asked, in order. */
  asked: { name: CommandName; request: unknown }[];
  saved: { name: string; text: string }[];
}

/** A host for unit tests and for looking at pages: data of the real shape, nothing behind it. */
export function fakeHost(changed: Partial<Handlers> = {}, opened: WorkspaceInfo | null = info): FakeHost {
  const asked: FakeHost["asked"] = [];
  const saved: FakeHost["saved"] = [];
  const handlers = { ...answers(opened), ...changed };
  return {
    asked,
    saved,
    drops: true,
    call(name, request) {
      asked.push({ name, request });
      try {
        const answer = handlers[name] as (request: unknown) => Response<typeof name>;
        return Promise.resolve(answer(request));
      } catch (failure) {
        return Promise.reject(failure instanceof Error ? failure : new Error(String(failure)));
      }
    },
    pickFiles: (kind) => Promise.resolve([kind === "workspace" ? info.path : "/home/officer/charities.csv"]),
    saveFile: (name) => Promise.resolve(`/home/officer/${name}`),
    saveText(name, text) {
      saved.push({ name, text });
      return Promise.resolve(true);
    },
    onDrop: () => () => undefined,
    openLink: () => false,
    startProblem: () => null,
  };
}

/** For commands that no page asks yet. */
function unfaked(): never {
  throw new HostError("unfaked", "The fake host does not answer this.");
}

function answers(opened: WorkspaceInfo | null): Handlers {
  let open = opened;
  const views = viewsKept();
  const jobs = new Map<number, { preview: boolean; asked: number; cancelled: boolean }>();
  const state = (job: number, step: number) => {
    const found = jobs.get(job);
    if (!found) throw new HostError("no-job", "There is no such reading.");
    found.asked += step;
    return jobState(job, found.asked, found.preview, found.cancelled);
  };
  const recorded = (what: string): Recorded => ({
    id: 77,
    what,
    changed: [{ power: "power-3", name: "Ask for something", from: "unused-not-checked", to: "in-use" }],
    group_changed: [],
  });
  return {
    about: () => about,
    areas: ({ text = "" }) =>
      areas.filter((a) => `${a.name} ${a.gss}`.toLowerCase().includes(text.toLowerCase())),
    powers: () => [],
    shelves: ({ by }) => (by === "goal" ? goals : shelves),
    entry: ({ kind, id }) => ({ ...entryPage, kind, id }),
    search: () => hits,
    recent: () => recent,
    create: ({ path }) => (open = { ...info, path }),
    open: ({ path }) => (open = { ...info, path }),
    open_example: () => (open = { ...info, example: true, name: "example.takeup", registers: [] }),
    close: () => {
      open = null;
      return {};
    },
    info: () => open,
    save_copy: ({ path }) => ({ path }),
    set_area: ({ text }) => (open = { ...info, area: areas.find((a) => a.gss === text) ?? null }),
    audit: ({ area, as_at }) => {
      const place = areas.find((a) => a.gss === area);
      if (!place)
        throw new HostError("unknown-area", `No council area has the code “${area}”. Check the code.`);
      const bare = place !== areas[0];
      return {
        ...audit,
        area: place,
        as_at: as_at ?? audit.as_at,
        not_known: { ...audit.not_known, no_groups_read: bare },
        registers: bare ? [] : audit.registers,
      };
    },
    audit_csv: () => ({ name: "trafford.csv", text: "power,name\n" }),
    power: ({ power, group }) => powerPage(power, group ?? null),
    groups: ({ reach, text, offset = 0, limit }) => {
      const fit = groups.filter((g) => g.name.toLowerCase().includes((text ?? "").toLowerCase()));
      const rows = fit.slice(offset, offset + (limit ?? fit.length));
      return { total: fit.length, rows: rows.map((row) => ({ ...row, reach: reach ?? null })) };
    },
    group: ({ id }) => groupPage(id),
    near_misses: ({ limit }) => ({ ...nearMisses, rows: nearMisses.rows.slice(0, limit ?? undefined) }),
    ask_next: ({ limit }) => ({ ...askNext, questions: askNext.questions.slice(0, limit ?? undefined) }),
    route: ({ power, group }) => routePage(power, group ?? null),
    ways: () => ways,
    lift_first: ({ remedies }) => ({ ...liftPage, verdict: `${remedies} remedies open 149 answers.` }),
    graph: unfaked,
    levels: ({ area }) => levelsPage(area ?? null),
    map: mapShown,
    map_node: ({ id }) => mapStory(id),
    map_views: ({ area }) => views.list(area),
    save_map_view: views.save,
    remove_map_view: ({ area, name }) => views.remove(area, name),
    circles: () => circles,
    chokepoints: () => chokepoints,
    reforms: () => [reformLine],
    reform_show: ({ id }) => reformPage(id),
    reform_save: ({ reform }) => ({ ...reformPage(reform.id || "new-one"), reform }),
    reform_remove: ({ id }) => reformPage(id),
    reform_check: () => [],
    reform_leaves: () => leaves,
    reform_diff: ({ areas, offset, limit }) => diffPage(areas ?? [], offset ?? 0, limit ?? 100),
    reform_compare: () => comparePage,
    keytest_words: () => keyTestWords,
    assess: () => assessedPage,
    assessments: () => assessmentLines,
    assessment_keep: ({ document }) => ({
      key: document.id,
      version: 3,
      what: `version 3 of “${document.id}”`,
    }),
    assessment_show: ({ version }) => ({
      document: library,
      page: { ...assessedPage, version: version ?? assessedPage.version },
      versions: assessmentLines,
      old_rules: false,
    }),
    assessment_remove: ({ key }) => ({ key, version: 2, what: `version 2 of “${key}”` }),
    assessment_print: () => ({ name: "key-test-library-2.html", text: "<!doctype html>" }),
    portfolio: ({ name }) => ({ ...portfolioPage, name }),
    record_use: ({ what }) => recorded(`Use: ${what}`),
    record_coverage: ({ register }) => recorded(`Check of ${register}`),
    record_finding: ({ note }) => recorded(`Finding: ${note}`),
    record_fact: ({ key, value }) => ({
      ...recorded(`${key}: ${value}`),
      group_changed: [{ power: "power-8", name: "Ask for more", from: "unsettled", to: "open" }],
    }),
    remove: ({ kind }) => recorded(`The ${kind} was taken back`),
    recognise: recognised,
    read: ({ preview = false }) => {
      const job = jobs.size + 1;
      jobs.set(job, { preview, asked: 0, cancelled: false });
      return { job };
    },
    job: ({ job }) => state(job, 1),
    cancel: ({ job }) => {
      const found = jobs.get(job);
      if (found) found.cancelled = true;
      return state(job, 0);
    },
    work: () => ({ running: false, done: 0, total: 0 }),
    work_stop: () => ({ running: false, done: 0, total: 0 }),
    left_out_csv: () => ({ name: "left-out.csv", text: "line,reason\n" }),
    template: ({ path }) => ({ path }),
  };
}
