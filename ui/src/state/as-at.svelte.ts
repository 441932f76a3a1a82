/** The date asked about; null is today. It holds for every page until it is changed. */
class AsAt {
  date: string | null = $state(null);
}

export const asAt = new AsAt();
