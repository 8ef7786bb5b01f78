import { Header } from '@zendeskgarden/react-chrome'
import { Item, ItemGroup, Menu } from '@zendeskgarden/react-dropdowns'
import { useColorScheme } from '@zendeskgarden/react-theming'
import UserIcon from '@zendeskgarden/svg-icons/src/16/user-circle-stroke.svg'
import type { SessionState } from '../../services/control/wire'
import { useChangeSession, useSwitchAppSetting } from '../queries'
import { onChoice } from '../ui/menu-choice'
import { useNotice } from '../ui/notice'
import { useIsNarrow } from '../ui/window-size'

const locales: Record<string, string> = {
  'en-US': 'English',
  es: 'Español',
  fr: 'Français',
  de: 'Deutsch',
  'pt-BR': 'Português (Brasil)',
  ja: '日本語',
  ar: 'العربية',
}
const schemes = { light: 'Light', dark: 'Dark', system: 'Match system' } as const

/** Who is signed in, the settings of the app, the language, and whether the page is light or dark. */
export function UserMenu({ session }: { session: SessionState }) {
  const change = useChangeSession()
  const switchSetting = useSwitchAppSetting()
  const notice = useNotice()
  const isNarrow = useIsNarrow()
  const { colorScheme, isSystem, setColorScheme } = useColorScheme()
  const scheme = isSystem ? 'system' : colorScheme
  const { user, users, app } = session

  function choose(value: string) {
    const [kind, choice = ''] = value.split(':')
    const onError = (problem: Error) => notice(`Nothing was changed. ${problem.message}`, 'error')
    if (kind === 'user' && Number(choice) !== user.id) change.mutate({ user_id: Number(choice) }, { onError })
    if (kind === 'locale' && choice !== user.locale) change.mutate({ locale: choice }, { onError })
    if (kind === 'scheme') setColorScheme(choice as keyof typeof schemes)
    if (kind === 'setting') switchSetting.mutate({ [choice]: app.settings[choice] !== true }, { onError })
  }

  return (
    <Menu
      placement="bottom-end"
      maxHeight="80vh"
      selectedItems={[
        { value: `user:${user.id}`, name: 'user', type: 'radio' },
        { value: `locale:${user.locale}`, name: 'locale', type: 'radio' },
        { value: `scheme:${scheme}`, name: 'scheme', type: 'radio' },
        ...app.switches
          .filter(({ name }) => app.settings[name] === true)
          .map(({ name }) => ({ value: `setting:${name}`, type: 'checkbox' as const })),
      ]}
      onChange={onChoice(choose)}
      button={(props) => (
        <Header.Item {...props}>
          <Header.ItemIcon>
            <UserIcon aria-hidden="true" />
          </Header.ItemIcon>
          <Header.ItemText isClipped={isNarrow}>{user.name}</Header.ItemText>
        </Header.Item>
      )}
    >
      <ItemGroup legend="Signed in as" type="radio">
        {users.map(({ id, name, role }) => (
          <Item key={id} value={`user:${id}`} name="user" label={`${name}, ${role}`}>
            {name}
            <Item.Meta>{role === 'admin' ? 'Admin' : 'Agent'}</Item.Meta>
          </Item>
        ))}
      </ItemGroup>
      {app.switches.length > 0 && (
        <ItemGroup legend={`Settings of ${app.name}`} type="checkbox">
          {app.switches.map(({ name, label, help }) => (
            <Item key={name} value={`setting:${name}`} label={label}>
              {label}
              <Item.Meta>{help}</Item.Meta>
            </Item>
          ))}
        </ItemGroup>
      )}
      <ItemGroup legend="Language" type="radio">
        {Object.entries(locales).map(([locale, name]) => (
          <Item key={locale} value={`locale:${locale}`} name="locale" label={name} lang={locale}>
            {name}
          </Item>
        ))}
      </ItemGroup>
      <ItemGroup legend="Appearance" type="radio">
        {Object.entries(schemes).map(([value, name]) => (
          <Item key={value} value={`scheme:${value}`} name="scheme" label={name}>
            {name}
          </Item>
        ))}
      </ItemGroup>
    </Menu>
  )
}
