import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse } from 'yaml';

/** What an answer breaks of the pinned contract: where, and which rule. */
export interface Breach {
  /** Such as `/data/3/createdAt`. */
  readonly at: string;
  /** The rule's keyword, such as `format`, `enum` or `type`. */
  readonly rule: string;
}

const pinned = readFileSync(join(import.meta.dirname, '../../contract/openapi.yaml'), 'utf8');
// References of OpenAPI 3.1 are those of JSON Schema 2020-12, but for where the schemas stand.
const text = JSON.stringify(parse(pinned).components.schemas);
const ajv = new Ajv2020({ strict: true, allErrors: true });
formats(ajv);
ajv.addSchema({
  $id: 'contract',
  $defs: JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')),
});

const PAGE = validatorOf('GenericPaginationResponse_List_BuildStatusResponse__');
const ERRORS = validatorOf('ErrorResponse');

/** Checks the body of a 200, or of a 422, with its formats: `date-time` is RFC 3339. */
export function contractErrors(status: 200 | 422, body: unknown): Breach[] {
  const validate = status === 200 ? PAGE : ERRORS;
  validate(body);
  const broken: readonly ErrorObject[] = validate.errors ?? [];
  return broken.map(({ instancePath, keyword }) => ({ at: instancePath, rule: keyword }));
}

function validatorOf(name: string): ValidateFunction {
  const found = ajv.getSchema(`contract#/$defs/${name}`);
  if (found === undefined) throw new Error(`The contract has no schema ${name}`);
  return found;
}
