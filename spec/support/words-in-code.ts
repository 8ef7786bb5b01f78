import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'

const app = resolve(__dirname, '../../src/app')

/** What the code of the app says about the keys of its words. */
export interface WordsInCode {
  /** Texts that may be keys. */
  texts: Set<string>
  /** Texts that are put together, such as `status.${status}`, with `*` for each part that is computed. */
  templates: Set<string>
  /** Those of either that are shown on a button. */
  onButtons: Set<string>
}

/** Reads every file of the app as the compiler does. */
export function wordsInCode(): WordsInCode {
  const found: WordsInCode = { texts: new Set(), templates: new Set(), onButtons: new Set() }
  for (const name of readdirSync(app, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name)) continue
    const text = readFileSync(join(app, name), 'utf8')
    visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest), found, false)
  }
  return found
}

function visit(node: ts.Node, found: WordsInCode, isOnButton: boolean): void {
  const note = (text: string, where: Set<string>) => {
    where.add(text)
    if (isOnButton) found.onButtons.add(text)
  }
  if (ts.isStringLiteralLike(node)) note(node.text, found.texts)
  if (ts.isTemplateExpression(node)) {
    note(
      node.templateSpans.reduce((text, { literal }) => `${text}*${literal.text}`, node.head.text),
      found.templates,
    )
  }
  if (ts.isJsxElement(node)) {
    visit(node.openingElement, found, false)
    const name = node.openingElement.tagName
    const isButton = ts.isIdentifier(name) && name.text === 'Button'
    for (const child of node.children) visit(child, found, isOnButton || isButton)
    return
  }
  // An attribute is read aloud or looked up, and may be longer than the button.
  const isInside = isOnButton && !ts.isJsxAttribute(node)
  ts.forEachChild(node, (child) => visit(child, found, isInside))
}
