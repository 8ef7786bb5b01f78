import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { isObject, type Json, type JsonObject } from '../../zis/json'
import { accountWidgets, type AccountWidget } from '../../zis/widgets'
import { useConsole } from '../platform/console'
import { useText } from '../platform/words'
import { accountList } from '../queries/account-lists'
import { inText } from '../schema-form/fields'
import { differencesOf, type Difference } from './differences'

/** Compares two versions of the settings of a schema in words, those of the account among them. */
export function useDifferences(
  schema: JsonObject,
): (before: Json | undefined, after: Json | undefined) => Difference[] {
  const t = useText()
  const { zis } = useConsole()
  const sources = useMemo(() => sourcesIn(schema), [schema])
  // A list that is on its way or refused is no obstacle: its values are then shown as they are stored.
  const lists = useQueries({ queries: sources.map((source) => accountList(zis, source)) })
  const nameOf = (source: AccountWidget, value: Json) =>
    lists[sources.indexOf(source)]?.data?.find((one) => inText(one.value) === inText(value))?.title
  return (before, after) => differencesOf({ root: schema, t, nameOf }, before, after)
}

/** What of the account the settings of a schema name. */
function sourcesIn(schema: Json): AccountWidget[] {
  const found = new Set<AccountWidget>()
  const look = (part: Json): void => {
    if (Array.isArray(part)) part.forEach(look)
    if (!isObject(part)) return
    const source = accountWidgets.find((known) => known === part['x-widget'])
    if (source) found.add(source)
    Object.values(part).forEach(look)
  }
  look(schema)
  return [...found]
}
