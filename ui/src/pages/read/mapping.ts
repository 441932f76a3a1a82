import type { FieldHelp, MappingShown, RecognisedFile } from "../../host";

/** The mapping with one field filled from a column; an empty column takes the field out. */
export function withColumn(mapping: MappingShown, field: string, column: string): MappingShown {
  const columns = Object.fromEntries(Object.entries(mapping.columns).filter(([name]) => name !== field));
  return { ...mapping, columns: column ? { ...columns, [field]: column } : columns };
}

/** The mapping for rows of another kind: columns whose field that kind has as well are kept. */
export function withKind(mapping: MappingShown, kind: string, fields: FieldHelp[]): MappingShown {
  const has = new Set(fields.filter((field) => field.kind === kind).map((field) => field.field));
  const columns = Object.fromEntries(Object.entries(mapping.columns).filter(([field]) => has.has(field)));
  return { ...mapping, kind, columns, values: {} };
}

/** Words in the form column: those that were mapped, and those seen in the sample. */
export function formWords(file: RecognisedFile, mapping: MappingShown): string[] {
  const column = mapping.columns.legal_form;
  if (column === undefined || mapping.kind !== "groups") return [];
  const place = file.header.indexOf(column);
  const seen = place < 0 ? [] : file.sample.map((row) => row[place]?.trim() ?? "").filter(Boolean);
  return [...new Set([...Object.keys(mapping.values ?? {}), ...seen])];
}
