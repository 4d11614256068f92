const DOUBLE =
  /^(欧阳|司马|上官|诸葛|东方|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|司空|端木|百里|呼延|南宫|宇文|长孙|轩辕|独孤)/

/** The family name of a person: of a Chinese name the first character, two of a double surname; of another its last word. */
export function surnameOf(name: string): string {
  const plain = name.trim()
  if (!/^\p{Script=Han}/u.test(plain)) return plain.split(/\s+/).at(-1) ?? ''
  return DOUBLE.exec(plain)?.[0] ?? [...plain][0] ?? ''
}
