import { describe, expect, it } from "vitest";

import { recognised } from "../../host/fake/reading";
import { formWords, withColumn, withKind } from "./mapping";

describe("a mapping", () => {
  const file = recognised({ path: "/x/charities.csv" });
  const mapping = file.mapping ?? { kind: "groups", columns: {}, values: {} };

  it("takes a column in and out", () => {
    const more = withColumn(mapping, "income", "Income");
    expect(more.columns.income).toBe("Income");
    expect(withColumn(more, "income", "").columns).toEqual(mapping.columns);
  });

  it("shows the words for forms that were mapped or seen", () => {
    expect(formWords(file, mapping)).toEqual(["CIO", "Trust"]);
  });

  it("keeps only what another kind has", () => {
    expect(
      withKind(mapping, "uses", [{ kind: "uses", field: "name", required: true, help: "" }]),
    ).toMatchObject({
      kind: "uses",
      columns: { name: "Charity name" },
      values: {},
    });
  });
});
