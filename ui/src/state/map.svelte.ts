import { call, type MapShown, type MapStory, type MapView, type SavedView } from "../host";
import { asAt } from "./as-at.svelte";
import { Load } from "./load.svelte";

/** Where one was before. */
export interface Trail {
  /** What was done there. */
  words: string;
  view: MapView;
  selected: string | null;
}

const WHOLE: MapView = { unfolded: [], cheapest: false, lift: [] };

/** The map one looks at: its view, the way that led there, and the node one stands on. Kept while one reads a proof. */
class MapState {
  gss = "";
  view: MapView = $state(WHOLE);
  trail: Trail[] = $state([]);
  selected: string | null = $state(null);
  /** The node that routes start from. */
  from: string | null = $state(null);
  /** The list instead of the picture; null: by the width of the screen. */
  list: boolean | null = $state(null);
  shown = new Load<MapShown>();
  story = new Load<MapStory>();
  views = new Load<SavedView[]>();

  /** Another area: the whole of it. */
  enter(gss: string, view: MapView | null): void {
    if (this.gss !== gss) {
      this.gss = gss;
      this.view = WHOLE;
      this.trail = [];
      this.selected = null;
      this.from = null;
      this.shown.data = null;
      this.story.data = null;
      this.views.data = null;
    }
    const there = view && view.focus === this.view.focus && view.blocked_by === this.view.blocked_by;
    if (view && !there) {
      this.step("Came here", view);
      this.selected = view.focus ?? null;
    }
  }

  step(words: string, view: MapView): void {
    this.trail = [...this.trail, { words, view: this.view, selected: this.selected }];
    this.view = view;
  }

  back(): boolean {
    const last = this.trail.at(-1);
    if (!last) return false;
    this.trail = this.trail.slice(0, -1);
    this.view = last.view;
    this.selected = last.selected;
    return true;
  }

  load(): Promise<void> {
    const request = { area: this.gss, as_at: asAt.date, view: this.view };
    return this.shown.run(() => call("map", request));
  }

  async tell(): Promise<void> {
    const id = this.selected;
    if (!id) return;
    await this.story.run(() =>
      call("map_node", { area: this.gss, id, as_at: asAt.date, lift: this.view.lift }),
    );
  }

  loadViews(): Promise<void> {
    return this.views.run(() => call("map_views", { area: this.gss }));
  }

  keep(name: string): Promise<void> {
    const { gss: area, view } = this;
    return this.views.run(() => call("save_map_view", { area, name, view }));
  }

  forget(name: string): Promise<void> {
    return this.views.run(() => call("remove_map_view", { area: this.gss, name }));
  }
}

export const mapState = new MapState();
