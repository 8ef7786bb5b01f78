import SearchIcon from '@zendeskgarden/svg-icons/src/16/search-stroke.svg'
import { Field, MediaInput, Select } from '@zendeskgarden/react-forms'
import { mediaQuery } from '@zendeskgarden/react-theming'
import styled from 'styled-components'
import { useText } from '../../platform/words'
import { standings, type Standing } from './statuses'

const Bar = styled.div`
  display: flex;
  gap: ${({ theme }) => theme.space.sm};
  align-items: flex-end;
  ${({ theme }) => mediaQuery('down', 'xs', theme)} {
    flex-direction: column;
    align-items: stretch;
  }
`

const Grow = styled(Field)`
  flex: 1;
  min-width: 0;
`

interface Props {
  search: string
  onSearch: (text: string) => void
  filter: Standing | ''
  onFilter: (standing: Standing | '') => void
}

/** Narrows the list by words and by how each integration stands. */
export function SearchBar({ search, onSearch, filter, onFilter }: Props) {
  const t = useText()
  return (
    <Bar role="search">
      <Grow>
        <Field.Label hidden>{t('home.search')}</Field.Label>
        <MediaInput
          type="search"
          start={<SearchIcon />}
          placeholder={t('home.search_hint')}
          value={search}
          autoComplete="off"
          onChange={({ target }) => onSearch(target.value)}
        />
      </Grow>
      <Field>
        <Field.Label hidden>{t('home.filter')}</Field.Label>
        <Select value={filter} onChange={({ target }) => onFilter(target.value as Standing | '')}>
          <option value="">{t('home.filter_all')}</option>
          {standings.map((standing) => (
            <option key={standing} value={standing}>
              {t(`status.${standing}`)}
            </option>
          ))}
        </Select>
      </Field>
    </Bar>
  )
}
