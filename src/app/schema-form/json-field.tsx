import { useState } from 'react'
import type { Json } from '../../zis/json'
import { JsonEditor } from '../json-editor/json-editor'
import { SchemaHelp } from '../json-editor/schema-help'
import { useText } from '../platform/words'
import { useBroken, useField, useForm, type FieldProps } from './form-context'
import { useHint } from './hint'
import { problemsInJson } from './json-problems'
import { sameJson, type Path } from './path'
import { fieldAt } from './problems'

/** A part that no form fits, as JSON. */
export function JsonField({ field }: FieldProps) {
  const t = useText()
  const { root } = useForm()
  const { value, error, setValue } = useField(field)
  const hint = useHint(field)
  const [typed, setTyped] = useState('')
  const parsed = parse(typed)
  // What was typed stays as it was typed, until the value is changed from elsewhere.
  const [isBroken, setIsBroken] = useState(false)
  const text = isBroken || (parsed && sameJson(parsed.value, value)) ? typed : asText(value)
  useBroken(field, isBroken ? t('form.json') : undefined)

  return (
    <JsonEditor
      label={field.title}
      hint={hint}
      error={error}
      text={text}
      check={(now) =>
        problemsInJson(root, field, now as Json).map(({ path: at, rule, limit = 0, names }) => ({
          path: at,
          message:
            rule === 'missing'
              ? t('json.missing', { names: names ?? [] })
              : rule === 'unknown'
                ? t('json.unknown')
                : t(`form.${rule}`, { limit }),
        }))
      }
      describe={(at: Path, whole) => {
        const now = parse(whole)
        return now ? fieldAt(root, field, now.value, [...at]).description : ''
      }}
      onChange={(next) => {
        if (next === text) return
        const found = next.trim() === '' ? { value: undefined } : parse(next)
        setTyped(next)
        setIsBroken(found === undefined)
        if (found) setValue(found.value)
      }}
      help={(at, returnFocus) => (
        <SchemaHelp
          root={root}
          top={field}
          value={value ?? null}
          path={at}
          onChange={(next) => {
            setTyped(asText(next))
            setIsBroken(false)
            setValue(next)
            returnFocus()
          }}
        />
      )}
    />
  )
}

const asText = (value: Json | undefined) => (value === undefined ? '' : JSON.stringify(value, null, 2))

function parse(text: string): { value: Json } | undefined {
  try {
    return { value: JSON.parse(text) as Json }
  } catch {
    return undefined
  }
}
