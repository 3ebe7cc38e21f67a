const MOST = 5;
let picked: readonly string[] = [];

/** The keys of what was picked lately, the newest first. In memory alone: builds are private. */
export function recentPicks(): readonly string[] {
  return picked;
}

export function rememberPick(key: string): void {
  picked = [key, ...picked.filter((other) => other !== key)].slice(0, MOST);
}

export function forgetPicks(): void {
  picked = [];
}
