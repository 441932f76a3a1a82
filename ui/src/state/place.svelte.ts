import { identity, parse, type Route } from "../router";

/** Where one is, kept with the address bar. */
class Place {
  route: Route = $state(parse(typeof location === "undefined" ? "" : location.hash));
  /** False until the person goes somewhere: the first page does not take the focus. */
  moved = $state(false);

  listen(): void {
    addEventListener("hashchange", () => {
      const next = parse(location.hash);
      if (identity(next) !== identity(this.route)) this.moved = true;
      this.route = next;
    });
  }
}

export const place = new Place();

export function go(address: string): void {
  location.hash = address.replace(/^#/, "");
}
