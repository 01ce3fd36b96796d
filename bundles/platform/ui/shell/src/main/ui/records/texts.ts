/** Texts that stand in one line, separated by commas, semicolons or line ends, Chinese ones too. */
export const textsOf = (line: string): string[] =>
  line
    .split(/[,;，；、\n]/)
    .map(text => text.trim())
    .filter(text => text !== '')
