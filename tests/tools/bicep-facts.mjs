#!/usr/bin/env node
// Reads every Bicep file below a folder by the grammar tree-sitter-bicep and prints what it declares, so that tests can ask for a resource's
// property by its path instead of searching texts. It proves that a file is well formed; the types are the Bicep compiler's affair.
// usage: node bicep-facts.mjs FOLDER
// Prints { file: { errors: [line], targetScope, params, variables, outputs, resources, modules } }. A value is what it is in JSON where it is
// written out; an expression is { "$": "its text" }, a loop { "$for": "over what", "body": value }.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node bicep-facts.mjs FOLDER');
  process.exit(2);
}

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(fileURLToPath(import.meta.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'))));
const facts = {};
for (const name of readdirSync(folder, { recursive: true }).filter((n) => n.endsWith('.bicep')).sort()) {
  const root = parser.parse(readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, '')).rootNode;
  facts[relative(folder, join(folder, name)).replaceAll('\\', '/')] = fileOf(root);
}
console.log(JSON.stringify(facts));

function fileOf(root) {
  const file = { errors: errorsOf(root), targetScope: 'resourceGroup', params: [], variables: [], outputs: [], resources: [], modules: [] };
  let decorators = {};
  for (const node of root.namedChildren) {
    if (node.type === 'decorators') {
      decorators = decoratorsOf(node);
      continue;
    }
    if (node.type === 'comment') continue;
    const [first, second] = node.namedChildren;
    const last = node.namedChildren.at(-1);
    if (node.type === 'target_scope_assignment') file.targetScope = valueOf(first);
    if (node.type === 'parameter_declaration') {
      file.params.push({ name: first.text, type: second.text, default: node.namedChildCount > 2 ? valueOf(last) : undefined, decorators });
    }
    if (node.type === 'variable_declaration') file.variables.push({ name: first.text, value: valueOf(last) });
    if (node.type === 'output_declaration') file.outputs.push({ name: first.text, value: valueOf(last), decorators });
    if (node.type === 'resource_declaration') resourcesOf(node, null, decorators, file.resources);
    if (node.type === 'module_declaration') file.modules.push({ symbol: first.text, path: valueOf(second), ...bodyOf(last) });
    decorators = {};
  }
  return file;
}

function errorsOf(node, found = []) {
  if (node.type === 'ERROR' || node.isMissing) found.push(node.startPosition.row + 1);
  for (const child of node.children) errorsOf(child, found);
  return found;
}

function decoratorsOf(node) {
  const found = {};
  for (const decorator of node.namedChildren) {
    const call = decorator.namedChildren[0];
    const [name, args] = call.namedChildren;
    found[name.text] = args.namedChildCount === 0 ? true : valueOf(args.namedChildren[0]);
  }
  return found;
}

/** The resource, and those declared within it with their full types. */
function resourcesOf(node, parent, decorators, found) {
  const [symbol, type] = node.namedChildren;
  const [kind, apiVersion = parent?.apiVersion] = valueOf(type).split('@');
  const resource = {
    symbol: symbol.text,
    type: parent ? `${parent.type}/${kind}` : kind,
    apiVersion,
    existing: node.children.some((child) => child.type === 'existing'),
    within: parent?.symbol ?? null,
    decorators,
    ...bodyOf(node.namedChildren.at(-1)),
  };
  found.push(resource);
  for (const property of objectOf(node.namedChildren.at(-1))?.namedChildren ?? []) {
    const inner = property.namedChildren[0];
    if (inner?.type === 'resource_declaration') resourcesOf(inner, resource, {}, found);
  }
}

function bodyOf(node) {
  if (node.type === 'for_statement') return { over: loopOf(node), ...bodyOf(node.namedChildren.at(-1)) };
  if (node.type === 'if_statement') return { condition: node.namedChildren[0].text, body: valueOf(node.namedChildren.at(-1)) };
  return { body: valueOf(node) };
}

function objectOf(node) {
  if (node.type === 'object') return node;
  return node.type === 'for_statement' || node.type === 'if_statement' ? objectOf(node.namedChildren.at(-1)) : null;
}

function loopOf(node) {
  return node.namedChildren.slice(0, -1).map((child) => child.text).join(' in ');
}

function valueOf(node) {
  switch (node.type) {
    case 'string':
      return node.namedChildren.some((child) => child.type === 'interpolation') ? { $: node.text } : textOf(node);
    case 'number':
      return Number(node.text);
    case 'boolean':
      return node.text === 'true';
    case 'null':
      return null;
    case 'array':
      return node.namedChildren.filter((child) => child.type !== 'comment').map(valueOf);
    case 'object':
      return propertiesOf(node);
    case 'for_statement':
      return { $for: loopOf(node), body: valueOf(node.namedChildren.at(-1)) };
    case 'if_statement':
      return { $if: node.namedChildren[0].text, body: valueOf(node.namedChildren.at(-1)) };
    default:
      return { $: node.text };
  }
}

function propertiesOf(node) {
  const properties = {};
  for (const property of node.namedChildren.filter((child) => child.type === 'object_property' && child.namedChildCount > 1)) {
    const key = property.namedChildren[0];
    const name = key.type === 'string' ? (key.namedChildren.some((child) => child.type === 'interpolation') ? key.text : textOf(key)) : key.text;
    properties[name] = valueOf(property.namedChildren.at(-1));
  }
  return properties;
}

function textOf(node) {
  return node.text.startsWith("'''") ? node.text.slice(3, -3) : node.text.slice(1, -1).replaceAll("\\'", "'");
}
