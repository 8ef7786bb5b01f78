import Type from 'typebox'
import { Nullable } from './shapes'

/** An id, or null where nothing is chosen. */
export const Id = Nullable(Type.Integer())

/** Signed-in people, and programs with a token of any kind. */
export const staff = ['session', 'api_token', 'oauth', 'zis_token'] as const
/** The same without the tokens that ZIS gives out. */
export const admins = ['session', 'api_token', 'oauth'] as const
