import type { CreateTableBuilder, Kysely } from 'kysely'

/** Portable column types only; a question mark allows null. */
type Kind = 'text' | 'integer' | 'bigint' | 'double precision'
type Column = Kind | `${Kind}?`

/** A table of the tenant: every key and index begins with its `workspace_id`. */
export interface Table {
  readonly columns: Readonly<Record<string, Column>>
  readonly key: readonly string[]
  readonly unique?: readonly (readonly string[])[]
  readonly index?: readonly (readonly string[])[]
  /** For the engine, which asks across workspaces: these indexes do not begin with the workspace. */
  readonly indexAcross?: readonly (readonly string[])[]
  /** Column -> table whose `id` it names. The workspace goes along, so no row can point into another one. */
  readonly points?: Readonly<Record<string, string>>
}

export async function createTable(db: Kysely<unknown>, name: string, table: Table): Promise<void> {
  const scoped = (columns: readonly string[]) => ['workspace_id', ...columns]
  let create: CreateTableBuilder<string, string> = db.schema
    .createTable(name)
    .addColumn('workspace_id', 'text', (column) => column.notNull())
  for (const [column, type] of Object.entries(table.columns)) {
    create = type.endsWith('?')
      ? create.addColumn(column, kindOf(type))
      : create.addColumn(column, kindOf(type), (built) => built.notNull())
  }
  create = create.addPrimaryKeyConstraint(`${name}_key`, scoped(table.key))
  for (const columns of table.unique ?? [])
    create = create.addUniqueConstraint(`${name}_${columns.join('_')}_once`, scoped(columns))
  for (const [column, target] of Object.entries(table.points ?? {}))
    create = create.addForeignKeyConstraint(
      `${name}_${column}_there`,
      scoped([column]),
      target,
      scoped(['id']),
    )
  await create.execute()
  for (const columns of table.index ?? [])
    await createIndex(db, name, `${name}_by_${columns.join('_')}`, scoped(columns))
  for (const columns of table.indexAcross ?? [])
    await createIndex(db, name, `${name}_across_by_${columns.join('_')}`, columns)
}

async function createIndex(
  db: Kysely<unknown>,
  table: string,
  index: string,
  columns: readonly string[],
): Promise<void> {
  await db.schema
    .createIndex(index)
    .on(table)
    .columns([...columns])
    .execute()
}

function kindOf(type: Column): Kind {
  switch (type) {
    case 'text':
    case 'text?':
      return 'text'
    case 'integer':
    case 'integer?':
      return 'integer'
    case 'bigint':
    case 'bigint?':
      return 'bigint'
    default:
      return 'double precision'
  }
}
