import type { Choice, PowerPage } from "../../../host";

/** Barriers known for the power first, then all others. */
export function barrierChoices(page: PowerPage, all: Choice[]): Choice[] {
  const own = page.barriers.map(({ id, name }) => ({ id, name }));
  return [...own, ...all.filter((choice) => !own.some((mine) => mine.id === choice.id))];
}

/** For whom a finding may hold. */
export function scopeChoices(page: PowerPage): Choice[] {
  const choices = [
    { id: "all", name: `Everybody who would use this power in ${page.area.name}` },
    { id: "form", name: "One kind of group" },
  ];
  if (page.proof.group !== null) choices.push({ id: "group", name: page.proof.who });
  return choices;
}
