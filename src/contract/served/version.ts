declare const __VERSION__: string | undefined;

/** The version of package.json, which the build writes here. */
export const VERSION = typeof __VERSION__ === 'undefined' ? 'unbuilt' : __VERSION__;

/** CHANGELOG.md as plain text, which the build puts beside the page. */
export const CHANGES_NAME = 'changes.txt';
