import { Button } from '@zendeskgarden/react-buttons'
import { useMemo, useState } from 'react'
import type { JsonObject } from '../../../zis/json'
import { useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { useLinks, type Link, type LinkSearch } from '../../queries/links'
import { linkTypesOf } from '../../state/link-types'
import { Buttons, Card, Heading, Stack, Text } from '../../ui/blocks'
import { Loading } from '../../ui/loading'
import { Live } from '../../ui/page'
import { ProblemAlert } from '../../ui/problem-alert'
import { DeleteLink } from './delete-link'
import { LinkDrawer } from './link-drawer'
import { LinkTable } from './link-table'
import { SearchForm } from './search-form'

interface Props {
  /** Undefined for an integration that did not come with the app. */
  catalogued?: Catalogued
  integration: string
}

/** The pairs of records that an integration keeps: found by type and either side, looked at, deleted. */
export function LinksTab({ catalogued, integration }: Props) {
  const t = useText()
  const types = useMemo(() => linkTypesOf((catalogued?.bundle ?? {}) as JsonObject), [catalogued])
  const [search, setSearch] = useState<LinkSearch | undefined>(() =>
    types.length === 1 ? { link_type: types[0]!, left: '*', right: '' } : undefined,
  )
  // The cursors that led here, so that there is a way back: a list names only the next one for sure.
  const [cursors, setCursors] = useState<string[]>([])
  const links = useLinks(integration, search, cursors.at(-1))
  const [shown, setShown] = useState<Link>()
  const [deleting, setDeleting] = useState<Link>()
  const { links: rows = [], meta } = links.data ?? {}

  return (
    <Card aria-label={t('links.title')}>
      <Stack>
        <Stack $gap="xs">
          <Heading>{t('links.title')}</Heading>
          <Text>{t('links.text')}</Text>
        </Stack>
        <SearchForm
          types={types}
          first={search}
          onSearch={(next) => {
            setCursors([])
            setSearch(next)
            // The same search again is a wish to see it anew.
            if (JSON.stringify(next) === JSON.stringify(search)) void links.refetch()
          }}
        />
        {links.isError ? (
          <ProblemAlert
            title={t('links.failed')}
            problem={links.error}
            onRetry={() => void links.refetch()}
          />
        ) : search === undefined ? null : links.isPending ? (
          <Loading lines={3} />
        ) : rows.length === 0 ? (
          <Text role="status">{t('links.none')}</Text>
        ) : (
          <LinkTable rows={rows} onDetails={setShown} onDelete={setDeleting} />
        )}
        <Live>{links.isSuccess ? t('links.found', { count: rows.length }) : ''}</Live>
        {(cursors.length > 0 || meta?.has_more) && (
          <Buttons as="nav" aria-label={t('links.pages')}>
            {cursors.length > 0 && (
              <Button onClick={() => setCursors((before) => before.slice(0, -1))}>
                {t('links.previous')}
              </Button>
            )}
            {meta?.has_more && (
              <Button onClick={() => setCursors((before) => [...before, meta.after])}>
                {t('common.next')}
              </Button>
            )}
          </Buttons>
        )}
      </Stack>
      <LinkDrawer
        link={shown}
        onDelete={(link) => {
          setDeleting(link)
          setShown(undefined)
        }}
        onClose={() => setShown(undefined)}
      />
      {deleting && (
        <DeleteLink integration={integration} link={deleting} onClose={() => setDeleting(undefined)} />
      )}
    </Card>
  )
}
