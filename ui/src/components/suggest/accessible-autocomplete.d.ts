declare module "accessible-autocomplete" {
  interface Options<T> {
    element: HTMLElement;
    id: string;
    name?: string;
    source: (query: string, populate: (items: T[]) => void) => void;
    defaultValue?: string;
    minLength?: number;
    confirmOnBlur?: boolean;
    showNoOptionsFound?: boolean;
    displayMenu?: "inline" | "overlay";
    tNoResults?: () => string;
    templates?: { inputValue: (item: T | undefined) => string; suggestion: (item: T | string) => string };
    onConfirm?: (item: T | undefined) => void;
  }
  export default function accessibleAutocomplete<T>(options: Options<T>): void;
}
