import type { MappingShown, RecognisedFile } from "../../host";

/** Names the field of legal forms may have. */
const FORM_FIELDS = ["legal_form", "form", "forms"];

/** The mapping with one field filled from a column; an empty column takes the field out. */
export function withColumn(mapping: MappingShown, field: string, column: string): MappingShown {
  const columns = Object.fromEntries(Object.entries(mapping.columns).filter(([name]) => name !== field));
  return { ...mapping, columns: column ? { ...columns, [field]: column } : columns };
}

/** Words in the form column: those that were mapped, and those seen in the sample. */
export function formWords(file: RecognisedFile, mapping: MappingShown): string[] {
  const column = FORM_FIELDS.map((field) => mapping.columns[field]).find(Boolean);
  if (column === undefined || mapping.kind !== "groups") return [];
  const place = file.header.indexOf(column);
  const seen = place < 0 ? [] : file.sample.map((row) => row[place]?.trim() ?? "").filter(Boolean);
  return [...new Set([...Object.keys(mapping.values ?? {}), ...seen])];
}
