import { createContext, useContext, useEffect } from 'react'
import type { Json, JsonObject } from '../../zis/json'
import type { Field } from './fields'
import { pointerOf, valueAt, type Path } from './path'

/** What every field of a form needs of it. */
export interface Form {
  root: JsonObject
  /** The values as they stand in the form, wrong ones too. */
  draft: Json
  /** The same without what was left empty, as conditions see it. */
  clean: Json | undefined
  /** The message of a field, by its pointer. */
  messages: ReadonlyMap<string, string>
  /** Order of the fields at the top. */
  order: string[]
  set(path: Path, value: Json | undefined): void
  /** What is typed in a field is no value just now, and why; undefined when it is one again. */
  setBroken(pointer: string, broken: Broken | undefined): void
}

export interface Broken {
  title: string
  message: string
}

const FormContext = createContext<Form | undefined>(undefined)
export const FormProvider = FormContext.Provider

export function useForm(): Form {
  const form = useContext(FormContext)
  if (form === undefined) throw new Error('useForm is called outside of FormProvider')
  return form
}

/** The value of one field, its message and the way to change it. */
export function useField({ path }: Field) {
  const { draft, messages, set } = useForm()
  return {
    value: valueAt(draft, path),
    error: messages.get(pointerOf(path)),
    setValue: (value: Json | undefined) => set(path, value),
  }
}

/** Keeps a form from being saved while what is typed in a field is no value; `message` says why it is none. */
export function useBroken({ path, title }: Pick<Field, 'path' | 'title'>, message: string | undefined): void {
  const { setBroken } = useForm()
  const pointer = pointerOf(path)
  useEffect(() => {
    if (message === undefined) return
    setBroken(pointer, { title, message })
    return () => setBroken(pointer, undefined)
  }, [pointer, title, message, setBroken])
}

/** What the drawing of a field needs to know besides the field. */
export interface FieldProps {
  field: Field
  /** In a table or a list whose heading says it already: the label is for screen readers only. */
  isLabelHidden?: boolean
  /** What may be wrong with the value, though it can be saved. */
  warning?: string | undefined
}
