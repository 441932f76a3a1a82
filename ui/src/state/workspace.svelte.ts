import { call, type AreaRef, type Request, type WorkspaceInfo } from "../host";

/** The open file. */
class Workspace {
  info: WorkspaceInfo | null = $state(null);
  /** The first question “is a file open?” has been answered. */
  asked = $state(false);
  /** The area last looked at, for the navigation. */
  lastArea: { gss: string; name: string } | null = $state(null);

  /** The area the navigation leads to. */
  get area(): { gss: string; name: string } | null {
    return this.lastArea ?? this.info?.area ?? null;
  }

  async refresh(): Promise<void> {
    try {
      this.info = await call("info", {});
    } finally {
      this.asked = true;
    }
  }

  opened(info: WorkspaceInfo): void {
    this.info = info;
    this.lastArea = info.area && { gss: info.area.gss, name: info.area.name };
  }

  async open(path: string): Promise<void> {
    this.opened(await call("open", { path }));
  }

  async openExample(): Promise<void> {
    this.opened(await call("open_example", {}));
  }

  async create(request: Request<"create">): Promise<void> {
    this.opened(await call("create", request));
  }

  async close(): Promise<void> {
    await call("close", {});
    this.info = null;
    this.lastArea = null;
  }

  async setArea(area: AreaRef): Promise<void> {
    this.info = await call("set_area", { text: area.gss, limit: null });
  }
}

export const workspace = new Workspace();
