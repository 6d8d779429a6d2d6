/**
 * The description of a service (WSDL 1.1, rpc/encoded), made from what its operations declare. As in those of Axis, the
 * element of a call has one namespace, and that of an answer the address of the service.
 */
import { escapeAttribute } from '../xml/escape.ts';
import type { NbrOperation, NbrServiceName, Returned } from './nbr-operation.ts';
import { nbrOperationsOf, spellings } from './nbr-operations.ts';
import { APACHE_SOAP, SOAP_ENCODING, XML_SCHEMA } from './soap-answer.ts';

/** Of what encloses a call. */
const CALLS = 'http://wbxservice.nbr.webservice.webex.com';

const RETURN_TYPES: Readonly<Record<keyof Returned, string>> = {
  string: 'xsd:string',
  long: 'xsd:long',
  boolean: 'xsd:boolean',
  document: 'apachesoap:Document',
  files: 'tns1:ArrayOfDataHandler',
};

/** @param address of the service: what is called, and the namespace of its answers */
export function wsdl(service: NbrServiceName, address: string): string {
  const impl = escapeAttribute(address);
  const each = (write: (operation: NbrOperation, name: string) => string) =>
    nbrOperationsOf(service)
      .flatMap((operation) => spellings(operation).map((name) => write(operation, name)))
      .join('');
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<wsdl:definitions targetNamespace="${impl}" xmlns:impl="${impl}" xmlns:tns1="${service}"` +
    ` xmlns:apachesoap="${APACHE_SOAP}" xmlns:soapenc="${SOAP_ENCODING}" xmlns:xsd="${XML_SCHEMA}"` +
    ' xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:wsdlsoap="http://schemas.xmlsoap.org/wsdl/soap/">\n' +
    ` <wsdl:types>\n${types(service)} </wsdl:types>\n` +
    each(messages) +
    ` <wsdl:portType name="${service}">\n${each(portOperation)} </wsdl:portType>\n` +
    ` <wsdl:binding name="${service}SoapBinding" type="impl:${service}">\n` +
    '  <wsdlsoap:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/>\n' +
    each((_operation, name) => boundOperation(name, impl)) +
    ' </wsdl:binding>\n' +
    ` <wsdl:service name="${service}Service">\n` +
    `  <wsdl:port binding="impl:${service}SoapBinding" name="${service}">\n` +
    `   <wsdlsoap:address location="${impl}"/>\n` +
    '  </wsdl:port>\n </wsdl:service>\n</wsdl:definitions>\n'
  );
}

function types(service: NbrServiceName): string {
  return (
    `  <schema targetNamespace="${APACHE_SOAP}" xmlns="${XML_SCHEMA}">\n` +
    '   <complexType name="Document"><sequence><any minOccurs="0" maxOccurs="unbounded" processContents="skip"/>' +
    '</sequence></complexType>\n' +
    '   <simpleType name="DataHandler"><restriction base="xsd:base64Binary"/></simpleType>\n  </schema>\n' +
    `  <schema targetNamespace="${service}" xmlns="${XML_SCHEMA}">\n` +
    `   <import namespace="${SOAP_ENCODING}"/>\n   <import namespace="${APACHE_SOAP}"/>\n` +
    '   <complexType name="ArrayOfDataHandler"><complexContent><restriction base="soapenc:Array">' +
    '<attribute ref="soapenc:arrayType" wsdl:arrayType="apachesoap:DataHandler[]"/>' +
    '</restriction></complexContent></complexType>\n  </schema>\n'
  );
}

function messages({ parameters, returns }: NbrOperation, name: string): string {
  const parts = Object.entries(parameters).map(
    ([parameter, { type }]) => `  <wsdl:part name="${parameter}" type="${type}"/>\n`,
  );
  return (
    ` <wsdl:message name="${name}Request">\n${parts.join('')} </wsdl:message>\n` +
    ` <wsdl:message name="${name}Response">\n` +
    `  <wsdl:part name="${name}Return" type="${RETURN_TYPES[returns]}"/>\n </wsdl:message>\n`
  );
}

function portOperation({ parameters }: NbrOperation, name: string): string {
  return (
    `  <wsdl:operation name="${name}" parameterOrder="${Object.keys(parameters).join(' ')}">\n` +
    `   <wsdl:input message="impl:${name}Request" name="${name}Request"/>\n` +
    `   <wsdl:output message="impl:${name}Response" name="${name}Response"/>\n  </wsdl:operation>\n`
  );
}

function boundOperation(name: string, impl: string): string {
  const body = (namespace: string) =>
    `<wsdlsoap:body encodingStyle="${SOAP_ENCODING}" namespace="${namespace}" use="encoded"/>`;
  return (
    `  <wsdl:operation name="${name}">\n   <wsdlsoap:operation soapAction=""/>\n` +
    `   <wsdl:input name="${name}Request">${body(CALLS)}</wsdl:input>\n` +
    `   <wsdl:output name="${name}Response">${body(impl)}</wsdl:output>\n  </wsdl:operation>\n`
  );
}
