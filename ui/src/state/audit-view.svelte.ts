import { NO_FILTER, type Filter, type Sort } from "./audit-rows";

/** How the audit's table is narrowed and sorted: kept while one looks at a power and comes back. */
class AuditView {
  filter: Filter = $state({ ...NO_FILTER });
  sort: Sort | null = $state(null);

  get narrowed(): boolean {
    return Object.values(this.filter).some(Boolean);
  }

  clear(): void {
    this.filter = { ...NO_FILTER };
  }
}

export const auditView = new AuditView();
