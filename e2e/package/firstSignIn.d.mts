import type { Page } from '@playwright/test';

export function firstSignIn(
  tarball: string,
  page: Page,
): Promise<{ readonly actions: readonly string[]; readonly seconds: number }>;
