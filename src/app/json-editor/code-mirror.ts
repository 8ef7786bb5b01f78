import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, HighlightStyle, syntaxHighlighting, syntaxTree } from '@codemirror/language'
import { linter, lintGutter, lintKeymap, type Diagnostic } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView, hoverTooltip, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { getColor } from '@zendeskgarden/react-theming'
import type { DefaultTheme } from 'styled-components'
import { pathAt, rangeOf } from './places'
import type { Path } from '../schema-form/path'

export interface EditorWords {
  label: string
  describedBy: string
  /** Of a text that is no JSON. */
  syntax: string
  /** CodeMirror's own words, by theirs. */
  phrases: Record<string, string>
}

export interface EditorOptions {
  parent: HTMLElement
  text: string
  theme: DefaultTheme
  words: EditorWords
  onChange: (text: string) => void
  /** Where the cursor stands now. */
  onPlace: (path: Path) => void
  /** What is wrong with a text that is JSON, by its place. */
  check: (value: unknown) => Array<{ path: Path; message: string }>
  /** What is said about a place, shown over it. */
  describe: (path: Path, text: string) => string
}

/**
 * An editor for JSON. Tab goes on to the next control, as everywhere in a form; lines are indented with
 * Ctrl + ] and Ctrl + [.
 */
export function openEditor(options: EditorOptions): EditorView {
  const { parent, text, theme, words } = options
  const color = (variable: string) => getColor({ theme, variable })
  const marks = HighlightStyle.define([
    { tag: tags.propertyName, color: color('foreground.primary') },
    { tag: tags.string, color: color('foreground.success') },
    { tag: [tags.number, tags.bool, tags.null], color: color('foreground.warning') },
  ])
  const look = EditorView.theme(
    {
      '&': {
        color: color('foreground.default'),
        backgroundColor: color('background.default'),
        border: `${theme.borders.sm} ${color('border.emphasis')}`,
        borderRadius: theme.borderRadii.md,
        fontSize: theme.fontSizes.md,
        minHeight: '120px',
        maxHeight: '420px',
      },
      '&.cm-focused': {
        outline: `2px solid ${color('border.primaryEmphasis')}`,
        outlineOffset: '1px',
      },
      '.cm-scroller': { fontFamily: theme.fonts.mono, lineHeight: theme.lineHeights.md, overflow: 'auto' },
      '.cm-content': { caretColor: color('foreground.default'), direction: 'ltr', textAlign: 'left' },
      '&.cm-focused .cm-cursor': { borderLeftColor: color('foreground.default') },
      '.cm-gutters': {
        color: color('foreground.subtle'),
        backgroundColor: color('background.subtle'),
        border: 'none',
      },
      '.cm-tooltip, .cm-panels': {
        color: color('foreground.default'),
        backgroundColor: color('background.raised'),
        border: `${theme.borders.sm} ${color('border.default')}`,
      },
      '.cm-about': { padding: theme.space.xs, maxWidth: '320px', fontFamily: theme.fonts.system },
    },
    { dark: theme.colors.base === 'dark' },
  )
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        json(),
        bracketMatching(),
        syntaxHighlighting(marks),
        look,
        EditorView.lineWrapping,
        EditorState.phrases.of(words.phrases),
        EditorView.contentAttributes.of({
          'aria-label': words.label,
          'aria-describedby': words.describedBy,
        }),
        linter((view) => findFaults(view, options)),
        lintGutter(),
        hoverTooltip((view, position) => {
          const says = options.describe(
            pathAt(syntaxTree(view.state), view.state, position),
            view.state.doc.toString(),
          )
          if (says === '') return null
          return {
            pos: position,
            create() {
              const dom = document.createElement('div')
              dom.className = 'cm-about'
              dom.textContent = says
              return { dom }
            },
          }
        }),
        keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onChange(update.state.doc.toString())
          if (update.docChanged || update.selectionSet || update.focusChanged)
            options.onPlace(pathAt(syntaxTree(update.state), update.state, update.state.selection.main.head))
        }),
      ],
    }),
  })
}

/** Puts another text in the place of what is there; nothing happens when it is the same. */
export function replaceText(view: EditorView, text: string): void {
  const old = view.state.doc.toString()
  if (old !== text) view.dispatch({ changes: { from: 0, to: old.length, insert: text } })
}

function findFaults(view: EditorView, { check, words }: EditorOptions): Diagnostic[] {
  const text = view.state.doc.toString()
  // Nothing at all is no value, and no mistake.
  if (text.trim() === '') return []
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    const at = firstFault(view)
    return [{ from: at, to: Math.min(at + 1, text.length), severity: 'error', message: words.syntax }]
  }
  return check(value).map(({ path, message }) => ({
    ...rangeOf(syntaxTree(view.state), view.state, path),
    severity: 'error',
    message,
  }))
}

/** Where the text stops being JSON. */
function firstFault(view: EditorView): number {
  let at: number | undefined
  syntaxTree(view.state).iterate({
    enter: ({ type, from }) => {
      if (type.isError && at === undefined) at = from
    },
  })
  return at ?? view.state.doc.length
}
