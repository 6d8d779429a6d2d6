/** Code in six languages that makes a request. */
import { cSharpSample } from './csharp.ts';
import { curlSample } from './curl.ts';
import { javaSample } from './java.ts';
import { javaScriptSample } from './javascript.ts';
import { phpSample } from './php.ts';
import { pythonSample } from './python.ts';
import type { SampleLanguage } from './sample-language.ts';
import type { SampledRequest } from './sampled-request.ts';

const WRITERS: Readonly<Record<SampleLanguage, (request: SampledRequest) => string>> = {
  curl: curlSample,
  python: pythonSample,
  php: phpSample,
  java: javaSample,
  csharp: cSharpSample,
  javascript: javaScriptSample,
};

/**
 * The source of a program that makes the request and prints the status and the answer. Credentials stand on its top;
 * whatever the request holds stays text, and never becomes code.
 */
export function codeSample(request: SampledRequest, language: SampleLanguage): string {
  return WRITERS[language](request);
}
