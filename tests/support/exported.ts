import ts from 'typescript'

type Piece = { names: string[]; node: ts.Node; exported: boolean }

/** The names a declaration or statement introduces. */
function namesOf(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    return [statement.name?.text ?? 'default']
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name)
        ? [name.text]
        : name.elements.flatMap((it) => ('name' in it && ts.isIdentifier(it.name) ? [it.name.text] : [])),
    )
  return []
}

const isExported = (statement: ts.Statement) =>
  ts.canHaveModifiers(statement) &&
  !!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

/** The source of each declaration of a variable statement apart, so that one says nothing about its neighbour. */
function pieces(source: ts.SourceFile): Piece[] {
  return source.statements.flatMap((statement): Piece[] => {
    const exported = isExported(statement)
    if (ts.isVariableStatement(statement) && statement.declarationList.declarations.length > 1)
      return statement.declarationList.declarations.map((node) => ({
        names: [node.name.getText(source)],
        node,
        exported,
      }))
    return [{ names: namesOf(statement), node: statement, exported }]
  })
}

/**
 * What each value that a file exports consists of: its own text with the text of everything of the same file that it
 * uses, directly or by another. Re-exports and types have none and are listed with an empty text.
 */
export function exportedOf(text: string): Map<string, string> {
  const source = ts.createSourceFile('file.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const all = pieces(source)
  const holder = new Map(all.flatMap((piece) => piece.names.map((name) => [name, piece] as const)))
  const reach = (piece: Piece, seen: Set<ts.Node>): string => {
    if (seen.has(piece.node)) return ''
    seen.add(piece.node)
    let words = piece.node.getText(source)
    const visit = (node: ts.Node): void => {
      const used = ts.isIdentifier(node) ? holder.get(node.text) : undefined
      if (used) words += `\n${reach(used, seen)}`
      ts.forEachChild(node, visit)
    }
    visit(piece.node)
    return words
  }
  const found = new Map<string, string>()
  for (const piece of all)
    if (piece.exported) for (const name of piece.names) found.set(name, reach(piece, new Set()))
  for (const statement of source.statements)
    if (ts.isExportDeclaration(statement) && !statement.isTypeOnly)
      for (const { name, propertyName } of statement.exportClause && ts.isNamedExports(statement.exportClause)
        ? statement.exportClause.elements
        : []) {
        const local = statement.moduleSpecifier ? undefined : holder.get((propertyName ?? name).text)
        found.set(name.text, local ? reach(local, new Set()) : '')
      }
    else if (ts.isExportAssignment(statement)) found.set('default', statement.getText(source))
  return found
}
