import type { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { useTheme } from 'styled-components'
import { openEditor, replaceText, type EditorOptions } from './code-mirror'

export type EditorHostProps = Omit<EditorOptions, 'parent' | 'theme'> & {
  /** Counts up when the focus is to go into the text. */
  focusCount: number
}

/** Holds a CodeMirror in the page. Loaded only where one is shown. */
export function EditorHost(props: EditorHostProps) {
  const theme = useTheme()
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>()
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
    if (view.current) replaceText(view.current, props.text)
  })
  const { label, describedBy } = props.words

  useEffect(() => {
    const now = () => latest.current
    const opened = openEditor({
      parent: place.current!,
      theme,
      text: now().text,
      words: now().words,
      onChange: (text) => now().onChange(text),
      onPlace: (path) => now().onPlace(path),
      check: (value) => now().check(value),
      describe: (path, text) => now().describe(path, text),
    })
    view.current = opened
    return () => {
      view.current = undefined
      opened.destroy()
    }
    // Another name is another editor; everything else is asked for when it is needed.
  }, [theme, label, describedBy])

  useEffect(() => {
    if (props.focusCount > 0) view.current?.focus()
  }, [props.focusCount])

  return <div ref={place} />
}
