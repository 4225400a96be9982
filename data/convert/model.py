#!/usr/bin/env python3
"""Cuts the recogniser that reads the lines of a passport. Run from anywhere; it writes data/model/mrz.onnx.

    pip download --no-deps rapidocr==3.10.0 && unzip rapidocr-3.10.0-*.whl -d BUILD
    pip install onnx==1.23.2 numpy
    python3 data/convert/model.py BUILD/rapidocr/models/PP-OCRv6_rec_small.onnx

The model knows 18,708 characters. A machine-readable zone has 37: its last layer is cut to those and the blank of its
decoding, in the order of CLASSES. Weights are kept as half floats with a cast beside each, which makes the file half as
large and moves no answer by more than a thousandth.
"""

import hashlib
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import helper, numpy_helper

REPO = Path(__file__).resolve().parents[2]
SOURCE = "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884"
CLASSES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
LAST_LAYER = ("linear_8.w_0", "linear_8.b_0")
SMALL = 512  # numbers; below that halving saves nothing


def cut_classes(model):
    characters = next(p.value for p in model.metadata_props if p.key == "character").split("\n")
    kept = [0] + [characters.index(c) + 1 for c in CLASSES]
    for tensor in model.graph.initializer:
        if tensor.name in LAST_LAYER:
            weights = numpy_helper.to_array(tensor)[..., kept]
            tensor.CopyFrom(numpy_helper.from_array(weights.copy(), tensor.name))
    shape = model.graph.output[0].type.tensor_type.shape
    shape.dim[2].ClearField("dim_param")
    shape.dim[2].dim_value = len(kept)
    del model.metadata_props[:]


def drop_identities(graph):
    renamed, kept = {}, []
    outputs = {output.name for output in graph.output}
    for node in graph.node:
        for at, name in enumerate(node.input):
            node.input[at] = renamed.get(name, name)
        if node.op_type == "Identity" and node.output[0] not in outputs:
            renamed[node.output[0]] = node.input[0]
        else:
            kept.append(node)
    del graph.node[:]
    graph.node.extend(kept)
    del graph.value_info[:]


def halve(graph):
    casts = []
    for tensor in list(graph.initializer):
        weights = numpy_helper.to_array(tensor)
        if weights.dtype != np.float32 or weights.size < SMALL:
            continue
        graph.initializer.remove(tensor)
        graph.initializer.append(numpy_helper.from_array(weights.astype(np.float16), tensor.name + ".half"))
        casts.append(helper.make_node("Cast", [tensor.name + ".half"], [tensor.name],
                                      to=onnx.TensorProto.FLOAT, name="cast." + tensor.name))
    nodes = list(graph.node)
    del graph.node[:]
    graph.node.extend(casts + nodes)


def main():
    source = Path(sys.argv[1]).read_bytes()
    found = hashlib.sha256(source).hexdigest()
    if found != SOURCE:
        sys.exit(f"not the model that was looked at: {found}")
    model = onnx.load_from_string(source)
    cut_classes(model)
    drop_identities(model.graph)
    halve(model.graph)
    model.doc_string = "PP-OCRv6 small recogniser, changed: cut to the characters of machine-readable zones, half floats"
    onnx.checker.check_model(model)
    cut = model.SerializeToString(deterministic=True)
    (REPO / "data/model/mrz.onnx").write_bytes(cut)
    print(len(cut), "bytes, sha256", hashlib.sha256(cut).hexdigest())


main()
