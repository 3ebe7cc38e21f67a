/** The addresses that chat, mail and Markdown make links of in a text, by what finds them. */
export declare const LINKIFIERS: Readonly<Record<string, (text: string) => readonly string[]>>;
