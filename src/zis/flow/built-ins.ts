/** The actions that ZIS brings along, complete (zis-flows 9). */
export const builtInActions: readonly string[] = [
  'zis:common:action:LoadConfig',
  'zis:common:action:PatchConfig',
  'zis:common:action:LoadLinks',
  'zis:common:action:CreateLink',
  'zis:common:action:PatchLink',
  'zis:common:action:DeleteLink',
  'zis:common:transform:Jq',
]
